// What makes pages nicer where scripts run; nothing needs it.
'use strict';

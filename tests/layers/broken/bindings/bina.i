%module bina
%include "model/field.h"
%include "bina/status.h"

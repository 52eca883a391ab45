package lang

var plDates = Dates{}

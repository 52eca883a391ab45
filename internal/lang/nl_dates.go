package lang

var nlDates = Dates{}

package lang

var enDates = Dates{}

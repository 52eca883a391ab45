package lang

var itDates = Dates{}

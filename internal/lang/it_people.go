package lang

var itPeople = People{}

package lang

var nlPeople = People{}

package when

// dayNext is the day behind the one told last, dayThat that day itself.
func dayNext() *node {
	return rel([]*node{{anchor: onStory, offset: 1}, {kind: kUnit, grain: DayGrain, mul: 1}})
}
func dayThat() *node { return that([]*node{{kind: kUnit, grain: DayGrain, mul: 1}}) }

// atNext: 6 a.m. | the next morning.
func atNext(a []*node) *node { return at(a[0], dayNext()) }

// atThat: 6 a.m. | that same day.
func atThat(a []*node) *node { return at(a[0], dayThat()) }

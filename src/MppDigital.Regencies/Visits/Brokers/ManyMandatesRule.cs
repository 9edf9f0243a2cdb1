namespace MppDigital.Regencies.Visits.Brokers;

/// <summary>One account acts for more people than its mandates hold at a time: they are given, used once and ended.</summary>
internal static class ManyMandatesRule
{
    public static IEnumerable<Finding> Find(Acts acts) =>
        from hand in acts.BookedBy(HandKind.Proxy)
        let people = Acts.People(hand)
        where people >= BrokerThresholds.MandatePeople
        select new Finding(BrokerRule.ManyMandates, HandKind.Proxy, hand.Key, people, hand.Count(), Acts.Sure(70, 3 * (people - BrokerThresholds.MandatePeople)));
}

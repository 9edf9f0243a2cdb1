namespace MppDigital.Regencies.Visits.Brokers;

/// <summary>One telephone stands in the accounts of more people than a family has.</summary>
internal static class SharedPhoneRule
{
    public static IEnumerable<Finding> Find(Acts acts) =>
        from hand in acts.BookedBy(HandKind.Phone)
        let people = Acts.People(hand)
        where people >= BrokerThresholds.PhonePeople
        select new Finding(BrokerRule.SharedPhone, HandKind.Phone, hand.Key, people, hand.Count(), Acts.Sure(75, 3 * (people - BrokerThresholds.PhonePeople)));
}

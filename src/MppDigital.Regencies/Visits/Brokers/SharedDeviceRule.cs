namespace MppDigital.Regencies.Visits.Brokers;

/// <summary>
/// One browser books for many. That alone is what a kiosk or a village office does: a mark of trade has to join it, telephones that stand for several
/// people or bookings that are given back.
/// </summary>
internal static class SharedDeviceRule
{
    public static IEnumerable<Finding> Find(Acts acts) =>
        from hand in acts.BookedBy(HandKind.Device)
        let people = Acts.People(hand)
        where people >= BrokerThresholds.DevicePeople
        let phones = Acts.SharedPhones([.. hand])
        let givenBack = (double)hand.Count(acts.IsGivenBack) / hand.Count()
        where phones >= BrokerThresholds.SharedPhones || givenBack >= BrokerThresholds.DeviceGivenBack
        select new Finding(BrokerRule.SharedDevice, HandKind.Device, hand.Key, people, hand.Count(), Acts.Sure(70, 2 * (people - BrokerThresholds.DevicePeople) + (int)(20 * Math.Max(phones, givenBack))));
}

namespace MppDigital.Regencies.Visits.Brokers;

/// <summary>Every rule, each by its name.</summary>
internal static class BrokerRules
{
    public static IReadOnlyDictionary<BrokerRule, Func<Acts, IEnumerable<Finding>>> All { get; } = new Dictionary<BrokerRule, Func<Acts, IEnumerable<Finding>>>
    {
        [BrokerRule.SharedPhone] = SharedPhoneRule.Find,
        [BrokerRule.SharedDevice] = SharedDeviceRule.Find,
        [BrokerRule.SharedAddress] = SharedAddressRule.Find,
        [BrokerRule.ManyMandates] = ManyMandatesRule.Find,
        [BrokerRule.Hoarding] = HoardingRule.Find,
        [BrokerRule.HandedOver] = HandedOverRule.Find,
        [BrokerRule.SameOfficer] = SameOfficerRule.Find,
    };

    public static IEnumerable<Finding> Find(Acts acts) => All.Values.SelectMany(rule => rule(acts));
}

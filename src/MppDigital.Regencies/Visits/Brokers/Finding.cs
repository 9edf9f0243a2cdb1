namespace MppDigital.Regencies.Visits.Brokers;

/// <summary>What a rule saw of one hand.</summary>
/// <param name="Sureness">1 to 99.</param>
internal sealed record Finding(BrokerRule Rule, HandKind Kind, string Hand, int People, int Acts, int Sureness)
{
    public string OfficerSub { get; init; } = "";

    /// <summary>Open alarms are unique by this.</summary>
    public string Key => $"{Rule}:{Kind}:{Hand}:{OfficerSub}";
}

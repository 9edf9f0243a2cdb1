namespace MppDigital.Connectors.Handoffs;

/// <summary>The words for states on our wires; a system with words of its own maps them in its contract.</summary>
internal static class OutsideWords
{
    private static readonly Dictionary<string, OutsideStatus> Words = new(StringComparer.Ordinal)
    {
        ["received"] = OutsideStatus.Received,
        ["in-process"] = OutsideStatus.InProcess,
        ["returned"] = OutsideStatus.Returned,
        ["granted"] = OutsideStatus.Granted,
        ["refused"] = OutsideStatus.Refused,
        ["cancelled"] = OutsideStatus.Cancelled,
    };

    public static string Expected { get; } = string.Join(", ", Words.Keys);

    public static OutsideStatus? StatusOf(string? word) => word is not null && Words.TryGetValue(word, out var status) ? status : null;
}

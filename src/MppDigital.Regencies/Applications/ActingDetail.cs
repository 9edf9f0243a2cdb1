namespace MppDigital.Regencies.Applications;

/// <summary>What an audit row says of somebody who acted for somebody else: the row's actor is the one who acted, the mandate says for whom.</summary>
internal static class ActingDetail
{
    public static string Of(Guid? mandate) => mandate is { } id ? $$"""{"mandate":"{{id}}"}""" : "{}";
}

using MppDigital.Platform.Tenancy;

namespace MppDigital.National.Catalog.Releases;

/// <summary>Who has a version through its release.</summary>
internal sealed record ReleaseReach(Guid Id, string Service, int ServiceVersion, ReleaseState State, IReadOnlySet<string> Reached, IReadOnlySet<string> TakenBack, DateTime ChangedAt)
{
    public bool IsWatched => State is ReleaseState.Canary or ReleaseState.Wave;

    /// <param name="regency">Null asks for the nation.</param>
    public bool Reaches(RegencyCode? regency) => State switch
    {
        ReleaseState.Everywhere => regency is null || !TakenBack.Contains(regency.Value.Value),
        ReleaseState.Canary or ReleaseState.Wave or ReleaseState.Paused or ReleaseState.Halted => regency is { } code && Reached.Contains(code.Value) && !TakenBack.Contains(code.Value),
        _ => false,
    };

    public static ReleaseReach Of(ReleaseRow row) => new(row.Id, row.Service, row.ServiceVersion, row.State, row.ReachedCodes, row.TakenBackCodes, row.ChangedAt);
}

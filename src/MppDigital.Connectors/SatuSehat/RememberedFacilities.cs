using System.Collections.Concurrent;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Connectors.SatuSehat;

/// <summary>
/// The last list of facilities of each regency, for the time in which the register is silent. Lists of places only: what a register says of a
/// person is kept encrypted in the databases or not at all.
/// </summary>
internal sealed class RememberedFacilities(TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private readonly ConcurrentDictionary<RegencyCode, Lookup<IReadOnlyList<HealthFacility>>.Found> lists = new();

    public Lookup<IReadOnlyList<HealthFacility>> Weigh(RegencyCode regency, Lookup<IReadOnlyList<HealthFacility>> answer)
    {
        if (answer is Lookup<IReadOnlyList<HealthFacility>>.Found found)
        {
            lists[regency] = found;
            return found;
        }

        // Not connected at all is no silence: nobody promised a list.
        return answer is Lookup<IReadOnlyList<HealthFacility>>.Unavailable { Reason: not Outage.NotConfigured } && lists.TryGetValue(regency, out var last) && clock.GetUtcNow().UtcDateTime - last.AsOf <= Longest
            ? last with { Remembered = true }
            : answer;
    }

    public DateTime? Since(RegencyCode regency) => lists.TryGetValue(regency, out var last) ? last.AsOf : null;
}

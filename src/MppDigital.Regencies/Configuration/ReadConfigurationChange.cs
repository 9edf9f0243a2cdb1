using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Configuration;

/// <summary>One change, and what taking it back would do to the settings of today.</summary>
public sealed record ReadConfigurationChange(StaffMember Admin, Guid Change);

/// <param name="Back">What differs between now and the state before this change; empty: it is in force.</param>
/// <param name="Again">The same for the state after it.</param>
/// <param name="MayRemove">The state before was "nothing set", and nothing set is allowed.</param>
/// <param name="Newest">The last change of this thing, to be named when restoring.</param>
public sealed record ConfigurationSheet(ConfigurationRow Row, IReadOnlyList<SettingDifference> Back, IReadOnlyList<SettingDifference> Again, bool MayRemove, Guid Newest);

internal sealed class ReadConfigurationChangeHandler(IDbContextFactory<RegencyDbContext> contexts) : IUseCase<ReadConfigurationChange, ConfigurationSheet>
{
    public async Task<Outcome<ConfigurationSheet>> HandleAsync(ReadConfigurationChange input, CancellationToken ct)
    {
        if (!input.Admin.Is(OfficerRole.Admin)) return ConfigurationProblems.AdminsOnly;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.ConfigurationChanges.AsNoTracking().SingleOrDefaultAsync(c => c.Id == input.Change, ct) is not { } change) return ConfigurationProblems.Unknown;
        var names = await ListConfigurationHandler.NamesAsync(db, [change], ct);
        var row = await ConfiguredRow.FindAsync(db, change, ct);
        var now = row is null ? "" : ConfigurationState.Write(db.Entry(row).CurrentValues);
        var newest = await db.ConfigurationChanges.AsNoTracking().Where(c => c.Subject == change.Subject).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Select(c => c.Id).FirstAsync(ct);
        return new ConfigurationSheet(ListConfigurationHandler.View(change, names), ConfigurationState.Compare(now, change.Before), ConfigurationState.Compare(now, change.After), row?.MayBeAbsent is true, newest);
    }
}

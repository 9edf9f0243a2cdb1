using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Notifications;

/// <summary>Every event that people are told of, and whether the regency has words of its own for it.</summary>
public sealed record ListWordings(StaffMember Staff);

public sealed record WordingRow(string Event, bool IsOwn);

internal sealed class ListWordingsHandler(IDbContextFactory<RegencyDbContext> contexts) : IUseCase<ListWordings, IReadOnlyList<WordingRow>>
{
    public async Task<Outcome<IReadOnlyList<WordingRow>>> HandleAsync(ListWordings input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return Problems.WrongRole;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var own = await db.NoticeWordings.AsNoTracking().Select(w => w.Event).Distinct().Take(50).ToListAsync(ct);
        return Enum.GetValues<NoticeEvent>().Select(e => new WordingRow(e.ToString(), own.Contains(e))).ToList();
    }
}

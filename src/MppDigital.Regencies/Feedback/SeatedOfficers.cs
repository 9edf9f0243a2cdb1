using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback;

/// <summary>To whom a complaint or a question can be given today.</summary>
public sealed record ListAnswerers(StaffMember Staff);

public sealed record Answerer(string Sub, string Name, string Agency);

internal sealed class ListAnswerersHandler(SeatedOfficers seated) : IUseCase<ListAnswerers, IReadOnlyList<Answerer>>
{
    public async Task<Outcome<IReadOnlyList<Answerer>>> HandleAsync(ListAnswerers input, CancellationToken ct) =>
        Complaints.ComplaintMoves.Works(input.Staff) ? await seated.AllAsync(ct) : Complaints.Problems.WrongRole;
}

/// <summary>Officers with a seat in force today.</summary>
internal sealed class SeatedOfficers(IDbContextFactory<RegencyDbContext> contexts, CurrentRegency current, TimeProvider clock)
{
    private const int Most = 500;

    public async Task<List<Answerer>> AllAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Today(db).OrderBy(o => o.Agency).ThenBy(o => o.Name).ThenBy(o => o.Sub).Select(o => new Answerer(o.Sub, o.Name, o.Agency)).Take(Most).ToListAsync(ct);
    }

    public async Task<bool> IsAsync(string sub, string agency, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Today(db).AnyAsync(o => o.Sub == sub && o.Agency == agency, ct);
    }

    private IQueryable<Officer> Today(RegencyDbContext db)
    {
        var today = StaffDirectory.DayOf(clock.GetUtcNow().UtcDateTime, current.Value);
        return db.Officers.AsNoTracking().Where(o => o.Role == OfficerRole.Officer && (o.From == null || o.From <= today) && (o.Until == null || o.Until >= today));
    }
}

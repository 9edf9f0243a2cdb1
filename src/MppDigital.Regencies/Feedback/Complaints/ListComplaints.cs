using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Complaints;

/// <summary>What the staff may see of the complaints, the nearest end first.</summary>
/// <param name="Filter"><c>open</c>, <c>mine</c>, <c>escalated</c> or <c>closed</c>.</param>
public sealed record ListComplaints(StaffMember Staff, string Filter);

/// <param name="HoursLeft">Until the present step ends; negative when it is over, null where nothing ends.</param>
public sealed record ComplaintRow(string Number, string Class, string Status, string Level, string Title, string Agency, DateTimeOffset ReceivedAt, DateOnly? DueOn, double? HoursLeft);

internal sealed class ListComplaintsHandler(IDbContextFactory<RegencyDbContext> contexts, ComplaintBook book, RegencySecrets secrets, CurrentRegency current, TimeProvider clock) : IUseCase<ListComplaints, IReadOnlyList<ComplaintRow>>
{
    private const int Most = 200;
    private const int SettledAtOnce = 50;

    public async Task<Outcome<IReadOnlyList<ComplaintRow>>> HandleAsync(ListComplaints input, CancellationToken ct)
    {
        if (!ComplaintMoves.Works(input.Staff)) return Problems.WrongRole;
        var now = clock.GetUtcNow().UtcDateTime;
        await SettleAsync(contexts, book, now, SettledAtOnce, ct);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = db.Complaints.AsNoTracking();
        var sub = input.Staff.Sub;
        var mine = input.Staff.Seats.Where(s => s.Role == OfficerRole.Officer).Select(s => s.Agency).ToList();
        if (!input.Staff.Is(OfficerRole.Head))
        {
            var own = input.Staff.Seats.Select(s => s.Agency).Where(a => a.Length > 0).ToList();
            rows = rows.Where(c => !own.Contains(c.AboutAgency) || (mine.Contains(c.Agency) && (c.Officer == "" || c.Officer == sub)));
        }

        rows = input.Filter switch
        {
            "mine" when input.Staff.Is(OfficerRole.Head) => rows.Where(c => c.State == ComplaintState.AtHead || c.State == ComplaintState.AtMinistry),
            "mine" => rows.Where(c => c.State == ComplaintState.Assigned && mine.Contains(c.Agency) && (c.Officer == "" || c.Officer == sub)),
            "escalated" => rows.Where(c => c.State != ComplaintState.Closed && c.Level != ComplaintLevel.Office),
            "closed" => rows.Where(c => c.State == ComplaintState.Closed),
            _ => rows.Where(c => c.State != ComplaintState.Closed),
        };
        var found = await (input.Filter == "closed" ? rows.OrderByDescending(c => c.ClosedAt) : rows.OrderBy(c => c.DueAt == null).ThenBy(c => c.DueAt)).ThenBy(c => c.Number).Take(Most)
            .Select(c => new { c.Number, c.Class, c.State, c.Level, c.Title, c.Agency, c.ReceivedAt, c.DueOn, c.DueAt }).ToListAsync(ct);
        return found.ConvertAll(c => new ComplaintRow(c.Number, ComplaintWords.Wire(c.Class), ComplaintWords.Wire(c.State), ComplaintWords.Wire(c.Level), secrets.OpenReason(c.Title), c.Agency, current.Value.At(c.ReceivedAt), c.DueOn, c.DueAt is { } due ? (due - now).TotalHours : null));
    }

    /// <summary>Writes down what the days have brought, the oldest first.</summary>
    /// <returns>How many there were.</returns>
    internal static async Task<int> SettleAsync(IDbContextFactory<RegencyDbContext> contexts, ComplaintBook book, DateTime now, int most, CancellationToken ct)
    {
        List<string> lapsed;
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            lapsed = await db.Complaints.AsNoTracking().Where(c => c.State != ComplaintState.Closed && c.State != ComplaintState.AtMinistry && c.DueAt <= now)
                .OrderBy(c => c.DueAt).ThenBy(c => c.Number).Select(c => c.Number).Take(most).ToListAsync(ct);
        }

        foreach (var number in lapsed) await book.ReadAsync(number, ct);
        return lapsed.Count;
    }
}

using Microsoft.EntityFrameworkCore;
using MppDigital.National.Ministry;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Brokers;

/// <summary>Alarms about staff of regencies, what nobody at the ministry has read first.</summary>
public sealed record ListBrokerReports(MinistryStaff Staff);

/// <summary>Somebody at the ministry has read one as it is now.</summary>
public sealed record NoteBrokerReport(MinistryStaff Staff, Guid Id);

/// <param name="Days">Since it was raised.</param>
/// <param name="State"><c>open</c>, <c>dismissed</c>, <c>confirmed</c>, <c>lifted</c></param>
/// <param name="Read">By somebody at the ministry, in this state.</param>
public sealed record BrokerReportRow(Guid Id, string RegencyName, int People, int Acts, int Sureness, string State, int Days, bool Read);

internal sealed class ListBrokerReportsHandler(IDbContextFactory<NationalDbContext> contexts, ITenantDirectory directory, TimeProvider clock) : IUseCase<ListBrokerReports, IReadOnlyList<BrokerReportRow>>, IUseCase<NoteBrokerReport, Done>
{
    private const int Most = 200;

    private static readonly Problem Unknown = new(ProblemKind.NotFound, "unknown-alarm", "Peringatan ini tidak ada atau sudah dibaca. Muat ulang halaman.") { DetailEn = "There is no such alarm, or it was read. Reload the page." };

    public async Task<Outcome<IReadOnlyList<BrokerReportRow>>> HandleAsync(ListBrokerReports input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.BrokerReports.AsNoTracking().OrderBy(r => r.SeenAt != null).ThenByDescending(r => r.RaisedAt).ThenBy(r => r.Id).Take(Most).ToListAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        return rows.ConvertAll(r => new BrokerReportRow(r.Id, directory.Find(RegencyCode.Parse(r.RegencyCode))?.Name ?? r.RegencyCode, r.People, r.Acts, r.Sureness, r.State, (int)(now - r.RaisedAt).TotalDays, r.SeenAt is not null));
    }

    public async Task<Outcome<Done>> HandleAsync(NoteBrokerReport input, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await AuditTrail.AppendAsync(db, input.Id.ToString("N"), "broker-report-read", input.Staff.Sub, "{}", now, ct);
        if (await db.BrokerReports.SingleOrDefaultAsync(r => r.Id == input.Id && r.SeenAt == null, ct) is not { } row) return Unknown;
        (row.SeenAt, row.SeenBy) = (now, input.Staff.Sub);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return default(Done);
    }
}

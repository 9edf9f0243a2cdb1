using Microsoft.EntityFrameworkCore;
using MppDigital.National.Ministry;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Voice;

/// <summary>Complaints that reached the ministry, the oldest first; without persons.</summary>
public sealed record ListEscalated(MinistryStaff Staff, bool Closed = false);

/// <summary>One complaint that reached the ministry.</summary>
public sealed record ReadEscalated(MinistryStaff Staff, string Number);

/// <param name="DaysOld">Since it was received.</param>
/// <param name="DaysHere">Since it reached the ministry.</param>
/// <param name="Late">The day that the ministry named is over and the regency has not answered.</param>
public sealed record EscalatedRow(string Number, RegencyCode Regency, string RegencyName, string Class, string State, int DaysOld, int DaysHere, string Summary, string Instruction, DateOnly? InstructedBy, bool Late)
{
    internal const string AtMinistry = "at-ministry";

    /// <summary>The regency has still to answer.</summary>
    public bool IsHere => State == AtMinistry;

    internal static EscalatedRow Of(EscalatedComplaint c, ITenantDirectory directory, DateTime now)
    {
        var code = RegencyCode.Parse(c.RegencyCode);
        var regency = directory.Find(code);
        var today = Platform.Calendar.LegalClock.DateOf(now, regency?.Zone ?? Platform.Calendar.IndonesianZones.Jakarta);
        return new EscalatedRow(c.Number, code, regency?.Name ?? c.RegencyCode, c.Class, c.State, (int)(now - c.ReceivedAt).TotalDays, (int)(now - c.EscalatedAt).TotalDays, c.Summary, c.Instruction, c.InstructedBy, c.State == AtMinistry && c.InstructedBy < today);
    }
}

internal sealed class ListEscalatedHandler(IDbContextFactory<NationalDbContext> contexts, ITenantDirectory directory, TimeProvider clock) : IUseCase<ListEscalated, IReadOnlyList<EscalatedRow>>, IUseCase<ReadEscalated, EscalatedRow>
{
    private const int Most = 200;

    public async Task<Outcome<IReadOnlyList<EscalatedRow>>> HandleAsync(ListEscalated input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.EscalatedComplaints.AsNoTracking().Where(c => c.ClosedAt != null == input.Closed).OrderBy(c => c.EscalatedAt).ThenBy(c => c.Number).Take(Most).ToListAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        return rows.ConvertAll(c => EscalatedRow.Of(c, directory, now));
    }

    public async Task<Outcome<EscalatedRow>> HandleAsync(ReadEscalated input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.EscalatedComplaints.AsNoTracking().SingleOrDefaultAsync(c => c.Number == input.Number, ct) is { } found ? EscalatedRow.Of(found, directory, clock.GetUtcNow().UtcDateTime) : Problems.Unknown;
    }
}

using Microsoft.EntityFrameworkCore;
using MppDigital.National.Ministry;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Calendar;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.National.Voice;

/// <summary>The ministry tells a regency what to do about a complaint, and by when.</summary>
public sealed record InstructComplaint(MinistryStaff Staff, string Number, DateOnly? By, string Text);

internal sealed class InstructComplaintHandler(IDbContextFactory<NationalDbContext> contexts, ITenantDirectory directory, TimeProvider clock) : IUseCase<InstructComplaint, EscalatedRow>
{
    private const int LeastText = 10;
    private const int MostDays = 60;

    public async Task<Outcome<EscalatedRow>> HandleAsync(InstructComplaint input, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = LegalClock.DateOf(now, IndonesianZones.Jakarta);
        var faults = new Dictionary<string, string[]>();
        if (input.Text.Trim().Length is < LeastText or > EscalatedComplaint.LongestInstruction || !UnicodeText.IsPlain(input.Text.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' '))) faults["/text"] = [$"Tulis apa yang harus dilakukan daerah, {LeastText} sampai {EscalatedComplaint.LongestInstruction} huruf."];
        if (input.By is not { } by || by <= today || by > today.AddDays(MostDays)) faults["/by"] = [$"Tulis tanggal sesudah hari ini, paling jauh {MostDays} hari lagi."];
        if (faults.Count > 0) return Problems.Invalid(faults);

        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.EscalatedComplaints.SingleOrDefaultAsync(c => c.Number == input.Number, ct) is not { } complaint) return Problems.Unknown;
        if (complaint.State != EscalatedRow.AtMinistry) return Problems.NotHere;
        (complaint.Instruction, complaint.InstructedBy, complaint.InstructedAt) = (input.Text.Trim(), input.By, now);
        await AuditTrail.AppendAsync(db, complaint.Number, "complaint-instructed", input.Staff.Sub, "{}", now, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return EscalatedRow.Of(complaint, directory, now);
    }
}

using Microsoft.EntityFrameworkCore;
using MppDigital.Connectors.Bsre;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Documents.Signing;

/// <summary>An official says under which NIK BSrE knows them; what BSrE answers is written down, good or bad, so that they and the admin see it.</summary>
public sealed record EnrolSigner(StaffMember Staff, string Nik)
{
    public override string ToString() => "signer";
}

internal sealed class EnrolSignerHandler(IDbContextFactory<RegencyDbContext> contexts, SignerDesk desk, RegencySecrets secrets, CurrentRegency current, TimeProvider clock) : IUseCase<EnrolSigner, SignerView>
{
    public async Task<Outcome<SignerView>> HandleAsync(EnrolSigner input, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var nik = input.Nik.Trim();
        if (Nik.FaultOf(nik, DateOnly.FromDateTime(current.Value.At(now).Date)) is not null)
            return SigningProblems.Field("/nik", "Tulis 16 angka NIK yang terdaftar di BSrE.", "Write the 16 digits of the NIK that is registered with BSrE.");
        if (!input.Staff.HasFreshFactor) return StepUp.Required;
        var asked = await desk.AskAsync(input.Staff, nik, ct);
        if (!asked.Succeeded) return asked.Problem;

        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var certificate = await db.SignerCertificates.SingleOrDefaultAsync(c => c.Sub == input.Staff.Sub, ct) ?? db.SignerCertificates.Add(new SignerCertificate { Sub = input.Staff.Sub }).Entity;
        Write(certificate, input.Staff, secrets.SealNik(nik), asked.Value, now);
        await AuditTrail.AppendAsync(db, input.Staff.Sub, "signing-certificate-recorded", input.Staff.Sub, "{}", now, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Their own other window.
            return SigningProblems.Busy;
        }

        return SignerView.Of(certificate, current.Value, now);
    }

    internal static void Write(SignerCertificate certificate, StaffMember staff, byte[] nik, SignerStanding standing, DateTime now) =>
        certificate.Tell(staff.Name, nik, standing.Certificate.SerialNumber, standing.Certificate.NotAfter.ToUniversalTime(), standing.Standing.ToString().ToLowerInvariant(), now);
}

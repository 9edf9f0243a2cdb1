using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MppDigital.Connectors;
using MppDigital.Connectors.Lapor;
using MppDigital.National.Catalog;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Jobs;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Calendar;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Complaints;

/// <summary>
/// Takes what SP4N-LAPOR! gives this regency to answer: a complaint like any other, whose clock counts from the instant it was given and whose writer the channel
/// alone knows. However often it is given it is one, by its reference; that it was taken is told again each time.
/// </summary>
internal sealed class TakeDispositions(
    IDbContextFactory<RegencyDbContext> contexts, LaporClient lapor, LegalDates dates, RegencySecrets secrets, IServiceCatalog catalog, IDatabaseEngine engine, CurrentRegency current, TimeProvider clock) : IRegencyTask
{
    public const string TaskKind = "take-lapor";

    // What the channel forgot for longer than the longest limit would be late before anybody saw it.
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(90);

    public string Kind => TaskKind;

    public async Task RunAsync(CancellationToken ct)
    {
        if (await lapor.GivenAsync(current.Value.Code, ct) is not Lookup<IReadOnlyList<GivenComplaint>>.Found { Data: var given }) return;
        foreach (var one in given)
        {
            var number = await TakenAsync(one, ct) ?? await OpenAsync(one, ct) ?? await TakenAsync(one, ct);
            // A channel that does not hear it gives it again.
            if (number is not null) await lapor.TakeAsync(one.Reference, number, ct);
        }
    }

    private async Task<string?> TakenAsync(GivenComplaint given, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Complaints.AsNoTracking().Where(c => c.Reference == given.Reference).Select(c => c.Number).SingleOrDefaultAsync(ct);
    }

    /// <returns>Null where somebody else took it at the same moment.</returns>
    private async Task<string?> OpenAsync(GivenComplaint given, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var at = given.At.UtcDateTime < now - Oldest ? now - Oldest : given.At.UtcDateTime > now ? now : given.At.UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var today = DateOnly.FromDateTime(current.Value.At(now).Date);
        var number = ComplaintNumbers.Of(current.Value, today, await TakeNumber.NextAsync(db, ComplaintNumbers.Series(today), ct));
        // Nobody gets a secret: whoever wrote it follows it there.
        var complaint = new Complaint(number, secrets.SecretHash(number, Crockford.New(12)), ClassOf(given.Class), at)
        {
            AboutAgency = SeatRules.Agencies(catalog).Contains(given.Agency) ? given.Agency : "",
            Who = ComplainantKind.Anonymous,
            Title = secrets.SealReason(Plain(given.Title, ComplaintFaults.LongestTitle)),
            Text = secrets.SealReason(Plain(given.Text, ComplaintFaults.LongestText)),
            FromOutside = true,
        };
        complaint.Refer(given.Reference);
        complaint.Receive(at, ComplaintActor.Channel);
        ComplaintTerms.SetDue(await dates.CalendarAsync(db, ct), current.Value.Zone, complaint);
        db.Complaints.Add(complaint);
        try
        {
            await AuditTrail.AppendAsync(db, number, "complaint-received", "lapor", "{}", now, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return number;
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            return null;
        }
    }

    /// <summary>As it was written, without what hides or turns text around, cut where our own complaints end.</summary>
    private static string Plain(string text, int longest)
    {
        var plain = string.Concat(text.Where(c => c == '\n' || CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse))).Trim();
        return plain.Length > longest ? plain[..longest] : plain;
    }

    private static ComplaintClass ClassOf(Connectors.Lapor.ComplaintClass kind) => kind switch
    {
        Connectors.Lapor.ComplaintClass.Question => ComplaintClass.Information,
        Connectors.Lapor.ComplaintClass.Aspiration => ComplaintClass.Aspiration,
        Connectors.Lapor.ComplaintClass.Whistleblowing => ComplaintClass.Conduct,
        _ => ComplaintClass.Service,
    };
}

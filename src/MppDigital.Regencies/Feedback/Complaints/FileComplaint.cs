using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Events;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Calendar;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Complaints;

/// <summary>Takes what somebody has to say, with or without saying who they are. The same key takes it once.</summary>
/// <param name="Which">Number of the application, or name of the counter; may be empty.</param>
/// <param name="Agency">Code of the agency complained about; may be empty.</param>
/// <param name="Sub">The account of whoever is signed in; not kept for somebody anonymous.</param>
/// <param name="Language"><c>id</c> or <c>en</c>: in which they are told what becomes of it.</param>
public sealed record FileComplaint(
    string IdempotencyKey, ComplaintClass Class, ComplaintAbout About, string Which, string Agency, string Title, string Text, ComplainantKind Who, string Name, string Contact, string? Sub, IReadOnlyList<Stream> Files, string Language = "id")
{
    public override string ToString() => $"complaint {Class}";
}

/// <param name="Secret">Shown once; with it anyone may follow the complaint and answer.</param>
/// <param name="CheckedBy">Last day on which it is checked and given to whoever answers.</param>
/// <param name="AnswerBy">Last day for the answer.</param>
public sealed record ComplaintReceipt(string Number, string Secret, string Status, DateTimeOffset ReceivedAt, DateOnly CheckedBy, DateOnly AnswerBy)
{
    public override string ToString() => $"complaint {Number}";
}

internal sealed class FileComplaintHandler(
    IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog, EvidenceStore evidence, Idempotency idempotency, RegencySecrets secrets, LegalDates dates, OutboxSignal signal, IDatabaseEngine engine,
    CurrentRegency current, TimeProvider clock) : IUseCase<FileComplaint, ComplaintReceipt>
{
    // Of everybody who is not signed in or does not want to be known: a key is made anew for each complaint.
    private const string Somebody = "somebody";

    public async Task<Outcome<ComplaintReceipt>> HandleAsync(FileComplaint input, CancellationToken ct)
    {
        if (ComplaintFaults.Of(input, catalog, current.Value) is { Count: > 0 } faults) return Problems.Invalid(faults);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var kept = new List<ComplaintFile>();
        foreach (var stream in input.Files)
        {
            var saved = await evidence.SaveAsync(stream, input.Who == ComplainantKind.Anonymous, ct);
            if (!saved.Succeeded) return saved.Problem;
            kept.Add(saved.Value);
        }

        var owner = input.Who == ComplainantKind.Anonymous ? Somebody : input.Sub ?? Somebody;
        var body = secrets.Cipher.Lookup("complaint-body", string.Join('\n', input.Class, input.About, input.Which, input.Agency, input.Title, input.Text, input.Who, input.Name, input.Contact, string.Join(' ', kept.Select(f => f.ContentKey))));
        if (await idempotency.FindAsync<ComplaintReceipt>(db, owner, input.IdempotencyKey, body, ct) is { } repeated) return repeated;
        try
        {
            return await OpenAsync(db, input, kept, owner, body, ct);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Lost a race: against the same key, whose answer counts, or against the first number of a year, which is simply tried again.
            db.ChangeTracker.Clear();
            return await idempotency.FindAsync<ComplaintReceipt>(db, owner, input.IdempotencyKey, body, ct) ?? await OpenAsync(db, input, kept, owner, body, ct);
        }
    }

    private async Task<Outcome<ComplaintReceipt>> OpenAsync(RegencyDbContext db, FileComplaint input, List<ComplaintFile> kept, string owner, string body, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var today = DateOnly.FromDateTime(current.Value.At(now).Date);
        var number = ComplaintNumbers.Of(current.Value, today, await TakeNumber.NextAsync(db, ComplaintNumbers.Series(today), ct));
        var secret = Crockford.New(12);
        var complaint = new Complaint(number, secrets.SecretHash(number, secret), input.Class, now)
        {
            About = input.About,
            AboutWhich = secrets.SealReason(input.Which.Trim()),
            AboutAgency = input.Agency,
            Who = input.Who,
            Complainant = input.Who == ComplainantKind.Anonymous ? [] : secrets.Seal("complainant", new Complainant(input.Name.Trim(), input.Contact.Trim(), input.Language)),
            SubLookup = input is { Who: not ComplainantKind.Anonymous, Sub: { } sub } ? secrets.SubjectLookup(sub) : "",
            Title = secrets.SealReason(input.Title.Trim()),
            Text = secrets.SealReason(input.Text.Trim()),
        };
        complaint.Receive(now, ComplaintActor.Citizen);
        foreach (var file in kept) complaint.Keep(new ComplaintFile { ComplaintId = complaint.Id, ContentKey = file.ContentKey, ContentType = file.ContentType, Size = file.Size, At = now });
        var calendar = await dates.CalendarAsync(db, ct);
        ComplaintTerms.SetDue(calendar, current.Value.Zone, complaint);
        db.Complaints.Add(complaint);
        await AuditTrail.AppendAsync(db, number, "complaint-received", ComplaintBook.Citizen, "{}", now, ct);
        var answerBy = Platform.Calendar.LegalClock.Due(calendar, current.Value.Zone, now, ComplaintTerms.AnswerDays(input.Class), [])!.DueOn;
        var receipt = new ComplaintReceipt(number, secret, ComplaintWords.Wire(complaint.State), current.Value.At(now), complaint.DueOn!.Value, answerBy);
        ComplaintBook.Tell(db, complaint, 0, now);
        idempotency.Keep(db, owner, input.IdempotencyKey, body, receipt, now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        signal.Raise(current.Value.Code);
        return receipt;
    }
}

using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Applications.Fees;
using MppDigital.Regencies.Applications.Handoffs;
using MppDigital.Regencies.Calendar;
using MppDigital.Regencies.Contacts;
using MppDigital.Regencies.Figures;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

/// <summary>What one file consists of once its form and its evidence were found good.</summary>
/// <param name="Waits">For the product of another application: neither the legal clock nor the office's day begins before that is there.</param>
internal sealed record FileToOpen(Applicant Applicant, OfferedService Offered, JsonObject Answers, IReadOnlyList<ApplicationEvidence> Evidence, string Number, string Secret, bool Waits = false)
{
    /// <summary>Null where nothing is collected here.</summary>
    public FeeAssessment? Fee { get; init; }

    /// <summary>Questions of the form that nobody had to answer.</summary>
    public int NotAsked { get; init; }
}

/// <summary>Opens a file in the caller's transaction: rows, clock, audit and figures. The caller saves and commits.</summary>
internal sealed class FileApplication(RegencySecrets secrets, LegalDates dates, CurrentRegency current)
{
    public async Task<string> NextNumberAsync(RegencyDbContext db, DateTime now, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(current.Value.At(now).Date);
        return ApplicationNumbers.Of(current.Value, today, await TakeNumber.NextAsync(db, ApplicationNumbers.Series(today), ct));
    }

    public async Task<Application> AddAsync(RegencyDbContext db, FileToOpen file, DateTime now, CancellationToken ct)
    {
        var (applicant, offered) = (file.Applicant, file.Offered);
        var subject = FiledSubject.LookupOf(offered.Definition, file.Answers, secrets);
        var application = Application.Submit(new ApplicationFiling
        {
            Number = file.Number,
            Service = offered.Definition.Code,
            CatalogVersion = offered.Version.Version,
            Sub = applicant.Sub,
            NikLookup = secrets.NikLookup(applicant.Nik),
            Nik = secrets.SealNik(applicant.Nik),
            Name = secrets.SealName(applicant.Name),
            Answers = secrets.SealAnswers(file.Answers.ToJsonString()),
            SecretHash = secrets.SecretHash(file.Number, file.Secret),
            At = now,
            LimitDays = offered.LimitDays,
            GrantedByLaw = offered.Definition is { DecidedHere: true, ProcessingTime.DeemedApproval.Applies: true },
            Duplicate = await HasOpenAsync(db, applicant.Sub, offered.Definition.Code, subject, ct),
            SubjectLookup = subject,
            Mandate = applicant.By?.Mandate,
            ActedBy = applicant.By?.Sub,
            ActedByName = applicant.By is { } by ? secrets.SealName(by.Name) : [],
            Area = FiledSubject.AreaOf(offered.Definition, file.Answers),
            Evidence = file.Evidence,
            FeeIdr = file.Fee?.AmountIdr,
            Fee = file.Fee is { } fee ? secrets.Seal("fee", fee) : [],
        });
        // All confirmed by their sources: complete at this instant, and the clock runs.
        if (!file.Waits && offered.Definition.DecidedHere && file.Evidence.All(e => e.State != EvidenceState.Open)) application.Complete("sources", ActorKind.System, now, now);
        await FollowFee.OnAsync(db, application, offered.Definition, now, ct);
        await dates.SetDeadlineAsync(db, application, ct);
        if (!file.Waits) await dates.StartDeclaringAsync(db, application, now, ct);
        ApplicationMoves.Route(application, offered.Definition);

        await KeepContact.ApplyAsync(db, secrets, applicant.Sub, applicant.Phone, applicant.Email, now, ct);
        db.Applications.Add(application);
        if (!offered.Definition.DecidedHere && !file.Waits) db.Outbox.Add(PassOn.RowFor(application, now));
        db.NameTokens.AddRange(secrets.NameTokens(applicant.Name).Select(t => new NameToken { ApplicationId = application.Id, Token = t }));
        await RaiseFigures.ByAsync(db, 1, 0, 0, 0, ct, file.NotAsked);
        await AuditTrail.AppendAsync(db, file.Number, "application-submitted", applicant.Actor, ActingDetail.Of(applicant.By?.Mandate), now, ct);
        return application;
    }

    /// <summary>The same person has asked for the same of the same service, and that is not decided yet.</summary>
    private static Task<bool> HasOpenAsync(RegencyDbContext db, string sub, string service, string? subject, CancellationToken ct) =>
        db.Applications.AnyAsync(a => a.Sub == sub && a.Service == service && a.SubjectLookup == subject && (a.Status == ApplicationStatus.Submitted || a.Status == ApplicationStatus.InReview || a.Status == ApplicationStatus.Returned), ct);
}

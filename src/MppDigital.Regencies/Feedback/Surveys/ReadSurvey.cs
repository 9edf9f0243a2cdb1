using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Surveys;

/// <summary>The empty form that a code opens.</summary>
public sealed record ReadSurvey(string Code);

/// <summary>The code with which the owner of a finished application may answer.</summary>
public sealed record FindSurvey(string Sub, string Number);

/// <param name="LastDay">The last day for answering, where the regency lies.</param>
public sealed record SurveyForm(string Code, string Service, string NameId, string NameEn, DateOnly LastDay);

internal sealed class ReadSurveyHandler(IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog, SurveyCodes codes, CurrentRegency current, TimeProvider clock)
    : IUseCase<ReadSurvey, SurveyForm>, IUseCase<FindSurvey, SurveyForm>
{
    public async Task<Outcome<SurveyForm>> HandleAsync(ReadSurvey input, CancellationToken ct)
    {
        if (SurveyCodes.Read(input.Code) is not { } code) return SurveyProblems.UnknownCode;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await FormAsync(db, code, ct);
    }

    /// <summary>Somebody else's number, one still open, or one answered already: there is nothing to answer.</summary>
    public async Task<Outcome<SurveyForm>> HandleAsync(FindSurvey input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var over = await db.Applications.AsNoTracking().Where(a => a.Number == input.Number && a.Sub == input.Sub && (a.Status == ApplicationStatus.Issued || a.Status == ApplicationStatus.Refused))
            .Select(a => (Guid?)a.Id).SingleOrDefaultAsync(ct);
        if (over is not { } id) return SurveyProblems.UnknownCode;
        return await FormAsync(db, codes.Of(FinishedService.Application, id), ct);
    }

    internal static Problem? Refusal(SurveyInvitation? invitation, DateOnly today) =>
        invitation is null ? SurveyProblems.UnknownCode
        : invitation.Used ? SurveyProblems.AlreadyAnswered
        : invitation.LastDay < today ? SurveyProblems.Over
        : null;

    private async Task<Outcome<SurveyForm>> FormAsync(RegencyDbContext db, string code, CancellationToken ct)
    {
        var lookup = codes.LookupOf(code);
        var invitation = await db.SurveyInvitations.AsNoTracking().SingleOrDefaultAsync(i => i.Lookup == lookup, ct);
        if (Refusal(invitation, DateOnly.FromDateTime(current.Value.At(clock.GetUtcNow().UtcDateTime).Date)) is { } refusal) return refusal;
        var service = catalog.Find(invitation!.Service)?.Definition;
        return new SurveyForm(code, invitation.Service, service?.NameId ?? invitation.Service, service?.NameEn ?? invitation.Service, invitation.LastDay);
    }
}

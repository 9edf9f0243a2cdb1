using MppDigital.National.Residents.Mandates;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;

namespace MppDigital.Web.Api;

/// <summary>Whose application a person may touch: their own, or one they filed under a mandate that holds at this very click.</summary>
internal sealed class Acting(Callers callers, IUseCase<FindActedFor, ActedForApplication> find, IUseCase<UseMandate, ActingFor> use)
{
    /// <summary>The person acted for, with the caller as whoever acts; <c>no-mandate</c> where none holds for this service.</summary>
    public async Task<Outcome<Applicant>> ApplicantAsync(HttpContext http, Guid mandate, string service, CancellationToken ct)
    {
        var own = await callers.ApplicantAsync(http, ct);
        if (!own.Succeeded) return own.Problem;
        var acting = await use.HandleAsync(new UseMandate(own.Value.Sub, mandate, service), ct);
        // Telephone and mail stay those of whoever acts: questions about the file go to them.
        return acting.Succeeded
            ? new Applicant(acting.Value.Principal, acting.Value.Nik, acting.Value.Name, own.Value.Phone, own.Value.Email) { By = new ActedBy(acting.Value.Mandate, own.Value.Sub, own.Value.Name) }
            : acting.Problem;
    }

    /// <summary>Under which <c>sub</c> the application is looked for. A mandate that has ended gives nothing: the number is as unknown as any stranger's.</summary>
    public async Task<Party> PartyAsync(HttpContext http, string number, CancellationToken ct)
    {
        var sub = Callers.SubOf(http);
        if (await find.HandleAsync(new FindActedFor(sub, number), ct) is not { Succeeded: true, Value: var filed }) return new Party(sub, null);
        var acting = await use.HandleAsync(new UseMandate(sub, filed.Mandate, filed.Service), ct);
        return acting.Succeeded ? new Party(acting.Value.Principal, new ActedBy(filed.Mandate, sub, acting.Value.Holder)) : new Party(sub, null);
    }

    public async Task<string> SubOfAsync(HttpContext http, string number, CancellationToken ct) => (await PartyAsync(http, number, ct)).Sub;

    /// <summary>The applicant of a file that exists, whoever of the two is at the keys.</summary>
    public async Task<Outcome<Applicant>> ApplicantOfAsync(HttpContext http, string number, CancellationToken ct) =>
        await find.HandleAsync(new FindActedFor(Callers.SubOf(http), number), ct) is { Succeeded: true, Value: var filed }
            ? await ApplicantAsync(http, filed.Mandate, filed.Service, ct)
            : await callers.ApplicantAsync(http, ct);
}

/// <param name="By">The caller, where they act for the applicant.</param>
internal sealed record Party(string Sub, ActedBy? By);

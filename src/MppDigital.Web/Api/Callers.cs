using Microsoft.Extensions.Caching.Memory;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Officers;
using MppDigital.Web.Hosts;
using MppDigital.Web.SignIn;
using MppDigital.Web.SignIn.StepUp;

namespace MppDigital.Web.Api;

/// <summary>Turns the signed-in <c>sub</c> into what use cases ask for: an applicant, or a member of this regency's staff.</summary>
internal sealed class Callers(PersonOfRequest people, IMemoryCache cache, StepUpRule stepUp, IServiceProvider services)
{
    // Long enough for the steps of a form, short enough that a corrected name is seen soon.
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    private static readonly Problem NotACitizen = new(ProblemKind.Forbidden, "citizens-only", "Hanya warga dengan NIK yang dapat mengajukan. Masuk dengan akun warga.") { DetailEn = "Only residents with a NIK can apply. Sign in with a resident's account." };

    private static readonly Problem NotStaff = new(ProblemKind.Forbidden, "staff-only", "Halaman ini milik petugas daerah ini.") { DetailEn = "This belongs to the staff of this regency." };

    public static string SubOf(HttpContext context) => context.User.FindFirst("sub")?.Value ?? throw new InvalidOperationException("The endpoint has no policy that asks for a signed-in person.");

    public async Task<Outcome<Applicant>> ApplicantAsync(HttpContext context, CancellationToken ct)
    {
        var sub = SubOf(context);
        if (cache.TryGetValue(("applicant", sub), out Applicant? known) && known is not null) return known;
        if (await people.FindAsync(context, ct) is not { Nik.Length: > 0 } person) return NotACitizen;
        var applicant = new Applicant(sub, person.Nik, person.Name ?? "", person.Phone ?? "", person.Email ?? "");
        cache.Set(("applicant", sub), applicant, Remembered);
        return applicant;
    }

    /// <summary>For pages that strangers may read too.</summary>
    public async Task<Applicant?> FindApplicantAsync(HttpContext context, CancellationToken ct) =>
        context.User.Identity?.IsAuthenticated == true && await ApplicantAsync(context, ct) is { Succeeded: true, Value: var applicant } ? applicant : null;

    public async Task<Outcome<StaffMember>> StaffAsync(HttpContext context, CancellationToken ct) =>
        await FindStaffAsync(context, ct) is { } staff ? staff : NotStaff;

    /// <summary>Null on hosts that are no regency's, and for everybody without a role here.</summary>
    public async Task<StaffMember?> FindStaffAsync(HttpContext context, CancellationToken ct) =>
        context.Audience() == Audience.Regency && context.User.FindFirst("sub")?.Value is { } sub && await services.GetRequiredService<StaffDirectory>().FindAsync(sub, ct) is { } staff
            // Of this sign-in, where the rest is of the person: another browser of theirs may have confirmed or not.
            ? staff with { HasFreshFactor = stepUp.IsMetBy(context.User) }
            : null;
}

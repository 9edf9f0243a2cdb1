using Microsoft.AspNetCore.Components;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Documents.Signing;
using MppDigital.Regencies.Officers;
using MppDigital.Web.Api;
using MppDigital.Web.Components;
using MppDigital.Web.Components.Text;
using MppDigital.Web.SignIn;
using MppDigital.Web.SignIn.StepUp;

namespace MppDigital.Web.Office;

/// <summary>What this person decided and has still to sign, one or many at once; and the certificate by which they sign.</summary>
public sealed partial class SigningPage
{
    private const string Sign = "tanda";
    private const string Enrol = "sertifikat";

    private StaffMember? staff;
    private DocumentsToSign queue = new(null, [], 0);
    private IReadOnlyList<SignedDocument>? signed;
    private IReadOnlySet<Guid> picked = new HashSet<Guid>();
    private Problem? refusal;
    private bool confirmed;
    private string? acted;
    private string? nik;

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private IUseCase<ReadDocumentsToSign, DocumentsToSign> Read { get; set; } = null!;

    [Inject]
    private IUseCase<SignDocuments, IReadOnlyList<SignedDocument>> SignUse { get; set; } = null!;

    [Inject]
    private IUseCase<EnrolSigner, SignerView> EnrolUse { get; set; } = null!;

    [Inject]
    private StepUpAnswer StepUp { get; set; } = null!;

    [Inject]
    private CurrentRegency Current { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        var found = await Services.GetRequiredService<Callers>().StaffAsync(Http, Http.RequestAborted);
        if (!found.Succeeded)
        {
            Http.Answer(StatusCodes.Status403Forbidden);
            return;
        }

        // The passphrase is not among what was kept: it is typed again.
        if (StepUp.Return(Http) is { } kept) (confirmed, acted, picked, nik) = (true, kept.Form, Ids(kept.All("documents")), kept["nik"]);
        staff = found.Value;
        await ReadAsync();
    }

    private async Task SignAsync()
    {
        var form = Http.Request.Form;
        (acted, picked) = (Sign, Ids(form["documents"].OfType<string>()));
        var done = await SignUse.HandleAsync(new SignDocuments(staff!, [.. picked], form["passphrase"].FirstOrDefault() ?? ""), Http.RequestAborted);
        if (StepUpAnswer.Fits(done.Problem)) await StepUp.LeaveAsync(Http, Navigation);
        else if (done.Succeeded) signed = done.Value;
        else Refuse(done.Problem);
        await ReadAsync();
    }

    private async Task EnrolAsync()
    {
        (acted, nik) = (Enrol, Http.Request.Form["nik"].FirstOrDefault());
        var enrolled = await EnrolUse.HandleAsync(new EnrolSigner(staff!, nik ?? ""), Http.RequestAborted);
        if (StepUpAnswer.Fits(enrolled.Problem)) await StepUp.LeaveAsync(Http, Navigation);
        else if (enrolled.Succeeded) (acted, nik) = (null, null);
        else Refuse(enrolled.Problem);
        await ReadAsync();
    }

    private void Refuse(Problem problem)
    {
        refusal = problem with { Errors = problem.Errors.ToDictionary(e => e.Key, e => Language.IsEnglish ? [problem.DetailEn] : e.Value) };
        Http.Answer(ApiAnswers.StatusOf(problem.Kind));
    }

    private async Task ReadAsync() => queue = (await Read.HandleAsync(new ReadDocumentsToSign(staff!), Http.RequestAborted)).Value ?? queue;

    private string? ErrorOf(string field) => refusal.ErrorOf(field);

    private static HashSet<Guid> Ids(IEnumerable<string> given) => [.. given.Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty)];
}

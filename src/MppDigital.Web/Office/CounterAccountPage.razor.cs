using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using MppDigital.Login;
using MppDigital.Login.Counter;
using MppDigital.Platform;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Web.Api;
using MppDigital.Web.Components;
using static MppDigital.Web.Office.OfficeTexts;

namespace MppDigital.Web.Office;

/// <summary>At the counter: an account for somebody without a phone, and the notice of a death. Only for clerks, who see the person.</summary>
public sealed partial class CounterAccountPage
{
    private string login = "";
    private StaffMember? staff;
    private CounterRegistration? made;
    private Problem? refusal;
    private bool reported;
    private bool reporting;

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private IUseCase<RegisterAtCounter, CounterRegistration> Register { get; set; } = null!;

    [Inject]
    private IUseCase<ReportDeath, Done> Report { get; set; } = null!;

    [Inject]
    private CurrentRegency Current { get; set; } = null!;

    [Inject]
    private IOptions<PlatformOptions> Platform { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "akun", Name = "nik")]
    private string? Nik { get; set; }

    [SupplyParameterFromForm(FormName = "akun", Name = "name")]
    private string? Name { get; set; }

    [SupplyParameterFromForm(FormName = "akun", Name = "birthDate")]
    private string? Birth { get; set; }

    [SupplyParameterFromForm(FormName = "akun", Name = "seen")]
    private string? Seen { get; set; }

    [SupplyParameterFromForm(FormName = "wafat", Name = "deadNik")]
    private string? DeadNik { get; set; }

    [SupplyParameterFromForm(FormName = "wafat", Name = "certificate")]
    private string? Certificate { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        login = Platform.Value.OriginOf("login") + SignInPaths.PrintedCode;
        staff = (await Services.GetRequiredService<Callers>().StaffAsync(Http, Http.RequestAborted)).Value;
        if (staff?.Is(OfficerRole.Clerk) is not true) Http.Answer(StatusCodes.Status403Forbidden);
    }

    private async Task RegisterAsync()
    {
        if (staff?.Is(OfficerRole.Clerk) is not true) return;
        if (Seen != "ya")
        {
            Refuse(new Problem(ProblemKind.Invalid, "card-not-seen", T("CounterNotSeen")) { DetailEn = T("CounterNotSeen") });
            return;
        }

        DateOnly? birth = DateOnly.TryParseExact(Birth?.Trim(), ["d M yyyy", "d-M-yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
        var registered = await Register.HandleAsync(new RegisterAtCounter(Nik, Name, birth, staff.Sub, Current.Value.Code.Code4), Http.RequestAborted);
        if (registered.Succeeded) made = registered.Value;
        else Refuse(registered.Problem);
    }

    private async Task ReportAsync()
    {
        if (staff?.Is(OfficerRole.Clerk) is not true) return;
        reporting = true;
        var done = await Report.HandleAsync(new ReportDeath(DeadNik, Certificate, staff.Sub, Current.Value.Code.Code4), Http.RequestAborted);
        reported = done.Succeeded;
        if (!done.Succeeded) Refuse(done.Problem);
    }

    private void Refuse(Problem problem)
    {
        refusal = problem;
        SignIn.RefusedPage.Mark(Http, problem);
    }
}

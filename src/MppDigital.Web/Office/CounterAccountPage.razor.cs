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
using MppDigital.Web.SignIn.StepUp;
using static MppDigital.Web.Office.OfficeTexts;

namespace MppDigital.Web.Office;

/// <summary>
/// At the counter: an account for somebody without a phone, a corrected NIK, the notice of a death. For clerks, who see the person; taking a
/// notice of death back is the admin's, so that nobody both opens an account and prints its code.
/// </summary>
public sealed partial class CounterAccountPage
{
    private string login = "";
    private StaffMember? staff;
    private CounterRegistration? made;
    private Problem? refusal;
    private string? done;

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private IUseCase<RegisterAtCounter, CounterRegistration> Register { get; set; } = null!;

    [Inject]
    private IUseCase<ReportDeath, Done> Report { get; set; } = null!;

    [Inject]
    private IUseCase<DecideNikCorrection, Done> Decide { get; set; } = null!;

    [Inject]
    private IUseCase<LiftDeathNotice, Done> Lift { get; set; } = null!;

    [Inject]
    private IUseCase<RecordCounterWork, Done> Record { get; set; } = null!;

    [Inject]
    private StepUpAnswer StepUp { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

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

    [SupplyParameterFromForm(FormName = "koreksi", Name = "wrong")]
    private string? Wrong { get; set; }

    [SupplyParameterFromForm(FormName = "koreksi", Name = "right")]
    private string? Right { get; set; }

    /// <summary><c>perbaiki</c> or <c>tolak</c>: the button that was pressed.</summary>
    [SupplyParameterFromForm(FormName = "koreksi", Name = "decision")]
    private string? Decision { get; set; }

    [SupplyParameterFromForm(FormName = "buka", Name = "frozenNik")]
    private string? FrozenNik { get; set; }

    [SupplyParameterFromForm(FormName = "buka", Name = "reason")]
    private string? Reason { get; set; }

    private bool IsClerk => staff?.Is(OfficerRole.Clerk) is true;

    private bool IsAdmin => staff?.Is(OfficerRole.Admin) is true;

    private string Code4 => Current.Value.Code.Code4;

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        login = Platform.Value.OriginOf("login") + SignInPaths.PrintedCode;
        staff = (await Services.GetRequiredService<Callers>().StaffAsync(Http, Http.RequestAborted)).Value;
        if (!IsClerk && !IsAdmin) Http.Answer(StatusCodes.Status403Forbidden);
        if (IsAdmin && StepUp.Return(Http) is { } kept) (FrozenNik, Reason, done) = (kept["frozenNik"], kept["reason"], T("StepUpDone", T("CounterUnfreeze")));
    }

    private async Task RegisterAsync()
    {
        if (!IsClerk) return;
        if (Seen != "ya")
        {
            Refuse(new Problem(ProblemKind.Invalid, "card-not-seen", T("CounterNotSeen")) { DetailEn = T("CounterNotSeen") });
            return;
        }

        DateOnly? birth = DateOnly.TryParseExact(Birth?.Trim(), ["d M yyyy", "d-M-yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
        var registered = await Register.HandleAsync(new RegisterAtCounter(Nik, Name, birth, staff!.Sub, Code4), Http.RequestAborted);
        if (registered.Succeeded)
        {
            await RecordAsync(CounterWork.CodePrinted, registered.Value.Sub);
            made = registered.Value;
        }
        else
        {
            Refuse(registered.Problem);
        }
    }

    private async Task CorrectAsync()
    {
        if (!IsClerk) return;
        var grants = Decision == "perbaiki";
        var decided = await Decide.HandleAsync(new DecideNikCorrection(Wrong, Right, grants, staff!.Sub, Code4), Http.RequestAborted);
        await ShowAsync(decided.Problem, grants ? CounterWork.NikCorrected : CounterWork.CorrectionRefused, grants ? "CounterCorrected" : "CounterTurnedDown");
        if (decided.Succeeded) (Wrong, Right) = (null, null);
    }

    private async Task ReportAsync()
    {
        if (!IsClerk) return;
        var reported = await Report.HandleAsync(new ReportDeath(DeadNik, Certificate, staff!.Sub, Code4), Http.RequestAborted);
        await ShowAsync(At(reported.Problem, "deadNik"), CounterWork.DeathReported, "CounterDeathDone");
        if (reported.Succeeded) (DeadNik, Certificate) = (null, null);
    }

    private async Task LiftAsync()
    {
        if (!IsAdmin) return;
        if (!staff!.HasFreshFactor) await StepUp.LeaveAsync(Http, Navigation);
        var lifted = await Lift.HandleAsync(new LiftDeathNotice(FrozenNik, Reason, staff.Sub, Code4), Http.RequestAborted);
        await ShowAsync(At(lifted.Problem, "frozenNik"), CounterWork.DeathLifted, "CounterLifted");
        if (lifted.Succeeded) (FrozenNik, Reason) = (null, null);
    }

    private async Task ShowAsync(Problem? problem, CounterWork work, string text)
    {
        if (problem is not null)
        {
            Refuse(problem);
            return;
        }

        // Whose account it was, if there was one, stands in the login; this chain says what the counter did.
        await RecordAsync(work, "counter");
        done = T(text);
    }

    private Task<Outcome<Done>> RecordAsync(CounterWork work, string subject) => Record.HandleAsync(new RecordCounterWork(staff!, work, subject), Http.RequestAborted);

    /// <summary>The page has several fields for a NIK, and the message belongs to the one that was filled in.</summary>
    private static Problem? At(Problem? problem, string field) =>
        problem is null ? null : problem with { Errors = problem.Errors.ToDictionary(e => e.Key == "/nik" ? "/" + field : e.Key, e => e.Value) };

    private void Refuse(Problem problem)
    {
        refusal = problem;
        SignIn.RefusedPage.Mark(Http, problem);
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Components;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Web.Api;
using MppDigital.Web.Components;
using MppDigital.Web.SignIn;
using MppDigital.Web.SignIn.StepUp;
using static MppDigital.Web.RegencyAdmin.AdminTexts;

namespace MppDigital.Web.RegencyAdmin;

/// <summary>First and last day of one person's role.</summary>
public sealed partial class SeatPage
{
    private StaffMember? staff;
    private SeatRow? seat;
    private Problem? refusal;
    private bool confirmed;
    private bool done;
    private Func<string, string?>? given;

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private IUseCase<ListStaff, StaffList> Read { get; set; } = null!;

    [Inject]
    private IUseCase<ChangeSeat, Done> Change { get; set; } = null!;

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
        staff = (await Services.GetRequiredService<Callers>().StaffAsync(Http, Http.RequestAborted)).Value;
        if (staff?.Is(OfficerRole.Admin) is not true)
        {
            Http.Answer(StatusCodes.Status403Forbidden);
            return;
        }

        await ReadAsync();
        if (seat is null) Http.AnswerNotFound();
        else if (StepUp.Return(Http) is { } kept) (confirmed, given) = (true, name => kept[name]);
    }

    private async Task ChangeAsync()
    {
        if (seat is null) return;
        var form = Http.Request.Form;
        given = name => form[name].FirstOrDefault();
        var faults = new Dictionary<string, string[]>();
        if (!TypedDate.TryRead(given("from"), out var from)) faults["/from"] = [T("DateWrong")];
        if (!TypedDate.TryRead(given("until"), out var until)) faults["/until"] = [T("DateWrong")];
        long? version = long.TryParse(given("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null;
        var changed = faults.Count > 0
            ? new Problem(ProblemKind.Invalid, "invalid", T("Mend")) { DetailEn = T("Mend"), Errors = faults }
            : await Change.HandleAsync(new ChangeSeat(staff!, Id, from, until, version, given("areas") ?? ""), Http.RequestAborted);
        if (StepUpAnswer.Fits(changed.Problem)) await StepUp.LeaveAsync(Http, Navigation);
        (done, refusal) = (changed.Succeeded, changed.Problem);
        if (refusal is not null) RefusedPage.Mark(Http, refusal);
        await ReadAsync();
    }

    /// <summary>As an admin would write it: the first letter of each word large.</summary>
    private static string AreasOf(SeatRow seat) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(seat.Areas.ToLowerInvariant()).Replace(",", ", ", StringComparison.Ordinal);

    private async Task ReadAsync() => seat = (await Read.HandleAsync(new ListStaff(staff!), Http.RequestAborted)).Value?.Seats.FirstOrDefault(s => s.Id == Id);
}

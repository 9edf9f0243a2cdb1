using System.Globalization;
using Microsoft.AspNetCore.Components;
using MppDigital.National.Residents.Requests;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.PersonalData;
using MppDigital.Web.Api;
using MppDigital.Web.Components;
using MppDigital.Web.SignIn;

namespace MppDigital.Web.RegencyAdmin;

/// <summary>What one resident wants corrected, and the answer: put right, or why not.</summary>
public sealed partial class CorrectionPage
{
    private StaffMember? staff;
    private CorrectionSheet? sheet;
    private Problem? refusal;
    private string given = "";

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private IUseCase<ReviewCorrection, CorrectionSheet> Read { get; set; } = null!;

    [Inject]
    private IUseCase<DecideCorrection, DataRequestView> Decide { get; set; } = null!;

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

        sheet = (await Read.HandleAsync(new ReviewCorrection(staff, Id), Http.RequestAborted)).Value;
        if (sheet is null) Http.AnswerNotFound();
    }

    private async Task AnswerAsync()
    {
        if (sheet is null) return;
        var form = Http.Request.Form;
        given = form["reason"].FirstOrDefault() ?? "";
        long? version = long.TryParse(form["version"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null;
        var decided = await Decide.HandleAsync(new DecideCorrection(staff!, Id, form["jawaban"] == "diperbaiki", given, version), Http.RequestAborted);
        if (decided.Succeeded)
        {
            Navigation.NavigateTo("/admin/permintaan");
            return;
        }

        refusal = decided.Problem;
        RefusedPage.Mark(Http, refusal);
    }
}

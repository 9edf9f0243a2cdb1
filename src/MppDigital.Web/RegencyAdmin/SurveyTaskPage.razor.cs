using System.Globalization;
using Microsoft.AspNetCore.Components;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Feedback.Surveys;
using MppDigital.Regencies.Officers;
using MppDigital.Web.Components;
using MppDigital.Web.Components.Pieces;
using MppDigital.Web.SignIn;

namespace MppDigital.Web.RegencyAdmin;

/// <summary>One weakest element: who improves it, until when, and what was done.</summary>
public sealed partial class SurveyTaskPage
{
    private StaffMember? staff;
    private ImprovementView? task;
    private Problem? refusal;
    private IFormCollection? sent;
    private IReadOnlyList<(string Sub, string Name)> people = [];

    [Parameter] public Guid Id { get; set; }

    [Inject] private AdminDoor Door { get; set; } = null!;

    [Inject] private IUseCase<ReadImprovement, ImprovementView> Read { get; set; } = null!;

    [Inject] private IUseCase<ChangeImprovement, ImprovementView> Change { get; set; } = null!;

    [Inject] private IUseCase<ListStaff, StaffList> Staff { get; set; } = null!;

    [Inject] private CurrentRegency Current { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter] private HttpContext Http { get; set; } = null!;

    private IReadOnlyList<FieldError> Errors => [.. refusal.Fields().Select(f => new FieldError(f.Id, SurveyTaskWords.Mend(f.Id)))];

    protected override async Task OnInitializedAsync()
    {
        staff = await Door.EnterAsync(Http);
        if (staff?.Is(OfficerRole.Admin) is not true) return;
        task = (await Read.HandleAsync(new ReadImprovement(staff, Id), Http.RequestAborted)).Value;
        if (task is null)
        {
            Http.AnswerNotFound();
            return;
        }

        var seats = (await Staff.HandleAsync(new ListStaff(staff), Http.RequestAborted)).Value?.Seats ?? [];
        people = [.. seats.Where(s => s.IsInForce).GroupBy(s => s.Sub).Select(g => (g.Key, g.First().Name))];
    }

    private async Task SaveAsync()
    {
        if (task is null) return;
        sent = Http.Request.Form;
        long? version = long.TryParse(Field("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null;
        var dueOn = TypedDate.TryRead(Field("dueOn"), out var day) ? day : null;
        var changed = await Change.HandleAsync(new ChangeImprovement(staff!, Id, Field("owner"), Field("plan"), dueOn, Field("done"), version), Http.RequestAborted);
        if (changed.Succeeded)
        {
            Navigation.NavigateTo("/admin/skm");
            return;
        }

        refusal = changed.Problem;
        RefusedPage.Mark(Http, refusal);
    }

    private string Field(string name) => sent![name].FirstOrDefault() ?? "";

    private string Given(string name, string stored) => sent is null ? stored : Field(name);

    private string? MendOf(string field) => refusal.ErrorOf(field) is null ? null : SurveyTaskWords.Mend(field);
}

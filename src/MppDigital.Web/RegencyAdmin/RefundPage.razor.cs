using System.Globalization;
using Microsoft.AspNetCore.Components;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Payments;
using MppDigital.Web.Api;
using MppDigital.Web.Components;
using MppDigital.Web.SignIn;
using MppDigital.Web.SignIn.StepUp;

namespace MppDigital.Web.RegencyAdmin;

/// <summary>One payment that goes back, with the reason and a fresh second factor.</summary>
public sealed partial class RefundPage
{
    private StaffMember? staff;
    private PaymentRow? row;
    private Problem? refusal;
    private bool confirmed;
    private string given = "";

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private IUseCase<ReadPaymentRow, PaymentRow> Read { get; set; } = null!;

    [Inject]
    private IUseCase<RefundPayment, PaymentRow> Refund { get; set; } = null!;

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
        if (row is null) Http.AnswerNotFound();
        else if (StepUp.Return(Http) is { } kept) (confirmed, given) = (true, kept["reason"] ?? "");
    }

    private async Task RefundAsync()
    {
        if (row is null) return;
        var form = Http.Request.Form;
        given = form["reason"].FirstOrDefault() ?? "";
        long? version = long.TryParse(form["version"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null;
        var sent = await Refund.HandleAsync(new RefundPayment(staff!, Id, given, version), Http.RequestAborted);
        if (StepUpAnswer.Fits(sent.Problem)) await StepUp.LeaveAsync(Http, Navigation);
        refusal = sent.Problem;
        if (refusal is not null) RefusedPage.Mark(Http, refusal);
        await ReadAsync();
    }

    private async Task ReadAsync() => row = (await Read.HandleAsync(new ReadPaymentRow(staff!, Id), Http.RequestAborted)).Value;
}

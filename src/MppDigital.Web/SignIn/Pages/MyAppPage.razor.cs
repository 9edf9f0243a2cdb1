using Microsoft.AspNetCore.Components;
using MppDigital.Login;
using MppDigital.Login.MyAccount;
using MppDigital.Platform.UseCases;

namespace MppDigital.Web.SignIn.Pages;

public sealed partial class MyAppPage(
    IUseCase<DescribeMyAccount, MyAccountView> describe,
    IUseCase<OfferTotp, TotpOffer> offerTotp,
    IUseCase<TurnOnTotp, NewRecoveryCodes> turnOn,
    IUseCase<TurnOffTotp, Done> turnOff,
    IUseCase<RenewRecoveryCodes, NewRecoveryCodes> renew,
    NavigationManager navigation) : ComponentBase
{
    private MyAccountView? view;

    private TotpOffer? offer;

    private IReadOnlyList<string>? codes;

    private Problem? refusal;

    private bool turnedOff;

    private bool renewing;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "nyalakan", Name = "offer")]
    private string? Offered { get; set; }

    [SupplyParameterFromForm(FormName = "nyalakan", Name = "code")]
    private string? OnCode { get; set; }

    [SupplyParameterFromForm(FormName = "nyalakan", Name = "password")]
    private string? OnPassword { get; set; }

    [SupplyParameterFromForm(FormName = "matikan", Name = "code")]
    private string? OffCode { get; set; }

    [SupplyParameterFromForm(FormName = "matikan", Name = "password")]
    private string? OffPassword { get; set; }

    [SupplyParameterFromForm(FormName = "cadangan", Name = "renewCode")]
    private string? RenewCode { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        await ReadAsync();
        if (view is null) navigation.NavigateTo(SignInPaths.SignIn);
    }

    private async Task TurnOnAsync()
    {
        var made = await turnOn.HandleAsync(new TurnOnTotp(Http, Offered, OnCode, OnPassword), Http.RequestAborted);
        codes = made.Value?.Codes;
        if (!made.Succeeded) Refuse(made.Problem);
    }

    private async Task TurnOffAsync()
    {
        var off = await turnOff.HandleAsync(new TurnOffTotp(Http, OffPassword, OffCode), Http.RequestAborted);
        turnedOff = off.Succeeded;
        if (!off.Succeeded) Refuse(off.Problem);
        await ReadAsync();
    }

    private async Task RenewAsync()
    {
        renewing = true;
        var made = await renew.HandleAsync(new RenewRecoveryCodes(Http, RenewCode), Http.RequestAborted);
        codes = made.Value?.Codes;
        if (!made.Succeeded) Refuse(made.Problem);
    }

    private async Task ReadAsync()
    {
        view = (await describe.HandleAsync(new DescribeMyAccount(Http), Http.RequestAborted)).Value;
        offer = view is { HasTotp: false } ? (await offerTotp.HandleAsync(new OfferTotp(Http, Offered), Http.RequestAborted)).Value : null;
    }

    private void Refuse(Problem problem)
    {
        refusal = problem;
        RefusedPage.Mark(Http, problem);
    }
}

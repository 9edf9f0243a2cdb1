using Microsoft.AspNetCore.Components;
using MppDigital.Login;
using MppDigital.Login.MyAccount;
using MppDigital.Platform.UseCases;

namespace MppDigital.Web.SignIn.Pages;

public sealed partial class MyAccountPage(
    IUseCase<DescribeMyAccount, MyAccountView> describe,
    IUseCase<EndMySessions, EndedCount> end,
    NavigationManager navigation) : ComponentBase
{
    private MyAccountView? view;

    private int? ended;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    /// <summary>Id of one, or <c>semua</c> for all others.</summary>
    [SupplyParameterFromForm(FormName = "perangkat", Name = "session")]
    private string? Session { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        await ReadAsync();
        if (view is null) navigation.NavigateTo(SignInPaths.SignIn);
    }

    private async Task EndAsync()
    {
        var one = Guid.TryParse(Session, out var id) ? id : (Guid?)null;
        if (one is null && Session != "semua") return;
        ended = (await end.HandleAsync(new EndMySessions(Http, one), Http.RequestAborted)).Value?.Count;
        await ReadAsync();
    }

    private async Task ReadAsync() => view = (await describe.HandleAsync(new DescribeMyAccount(Http), Http.RequestAborted)).Value;
}

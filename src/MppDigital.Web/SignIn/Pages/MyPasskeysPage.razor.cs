using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using MppDigital.Login;
using MppDigital.Login.Passkeys;
using MppDigital.Login.Sessions;
using MppDigital.Platform.UseCases;

namespace MppDigital.Web.SignIn.Pages;

public sealed partial class MyPasskeysPage(
    IUseCase<ListPasskeys, MyPasskeys> list,
    IUseCase<OfferPasskey, PasskeyOffer> offerPasskey,
    IUseCase<AddPasskey, Done> add,
    IUseCase<ChangePasskey, Done> change,
    ConfirmationCookie waiting,
    NavigationManager navigation) : ComponentBase
{
    private MyPasskeys? passkeys;

    private PasskeyOffer? offer;

    private Problem? refusal;

    private bool done;

    private bool changing;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    /// <summary>Of the sign-in that led here.</summary>
    [SupplyParameterFromQuery(Name = SignInPaths.RequestKey)]
    private string? RequestHandle { get; set; }

    [SupplyParameterFromForm(FormName = "tambah", Name = "credential")]
    private string? Credential { get; set; }

    [SupplyParameterFromForm(FormName = "tambah", Name = "name")]
    private string? NewName { get; set; }

    [SupplyParameterFromForm(FormName = "tambah", Name = "password")]
    private string? Password { get; set; }

    [SupplyParameterFromForm(FormName = "ubah", Name = "id")]
    private string? Id { get; set; }

    [SupplyParameterFromForm(FormName = "ubah", Name = "newName")]
    private string? RenameTo { get; set; }

    [SupplyParameterFromForm(FormName = "ubah", Name = "removePassword")]
    private string? RemovePassword { get; set; }

    /// <summary><c>rename</c> or <c>remove</c>: the button that was pressed.</summary>
    [SupplyParameterFromForm(FormName = "ubah", Name = "act")]
    private string? Act { get; set; }

    private string Onward => QueryHelpers.AddQueryString(SignInPaths.Resume, SignInPaths.RequestKey, RequestHandle!);

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers.CacheControl = "no-cache, no-store";
        await ReadAsync();
        if (passkeys is null) navigation.NavigateTo(SignInPaths.SignIn);
        else if (HttpMethods.IsGet(Http.Request.Method)) await OfferAsync();
        else offer = new PasskeyOffer("", "");
    }

    private async Task AddAsync()
    {
        Note(await add.HandleAsync(new AddPasskey(Http, waiting.Read(Http.Request), Credential, NewName, Password), Http.RequestAborted));
        await ReadAsync();
        await OfferAsync();
    }

    private async Task ChangeAsync()
    {
        changing = true;
        Note(await change.HandleAsync(new ChangePasskey(Http, Id, Act == "rename" ? RenameTo ?? "" : null, RemovePassword), Http.RequestAborted));
        await ReadAsync();
        await OfferAsync();
    }

    private void Note(Outcome<Done> outcome)
    {
        done = outcome.Succeeded;
        if (outcome.Succeeded) return;
        refusal = outcome.Problem;
        RefusedPage.Mark(Http, refusal!);
    }

    private async Task ReadAsync() => passkeys = (await list.HandleAsync(new ListPasskeys(Http), Http.RequestAborted)).Value;

    private async Task OfferAsync()
    {
        offer = (await offerPasskey.HandleAsync(new OfferPasskey(Http), Http.RequestAborted)).Value;
        if (offer is not null) waiting.Write(Http.Response, offer.Handle);
    }
}

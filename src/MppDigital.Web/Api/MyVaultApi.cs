using MppDigital.National.Residents.Consents;
using MppDigital.National.Residents.Facts;
using MppDigital.National.Residents.Looks;
using MppDigital.National.Residents.Wallet;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.Web.Api;

/// <summary>What the nation holds of the signed-in person, who may use it and who looked; on the national host.</summary>
internal static class MyVaultApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var mine = api.MapGroup("/me").RequireAuthorization(ApiPolicies.Citizen).WithTags("Data saya");
        mine.MapGet("/facts", FactsAsync);
        mine.MapGet("/documents", DocumentsAsync);
        mine.MapGet("/documents/{id:guid}", DocumentAsync);
        mine.MapGet("/consents", ConsentsAsync);
        mine.MapPost("/consents/{id:guid}/revoke", RevokeAsync);
        mine.MapGet("/access-log", LooksAsync);
    }

    private static async Task<IResult> FactsAsync(HttpContext context, IUseCase<ListMyFacts, IReadOnlyList<MyFact>> list, ITenantDirectory directory, CancellationToken ct) =>
        (await list.HandleAsync(new ListMyFacts(Callers.SubOf(context)), ct)).ToResult(all => QueryParts.Page(context, all, f => f.Name, f => VaultAnswers.Of(f, directory)));

    private static async Task<IResult> DocumentsAsync(HttpContext context, IUseCase<ListMyWallet, IReadOnlyList<WalletPaper>> list, ITenantDirectory directory, CancellationToken ct) =>
        (await list.HandleAsync(new ListMyWallet(Callers.SubOf(context)), ct)).ToResult(all => QueryParts.Page(context, [.. all.OrderBy(p => VaultAnswers.KeyOf(p.Id), StringComparer.Ordinal)], p => VaultAnswers.KeyOf(p.Id), p => VaultAnswers.Of(p, directory)));

    private static async Task<IResult> DocumentAsync(Guid id, HttpContext context, IUseCase<ReadMyPaper, PaperFile> read, CancellationToken ct) =>
        (await read.HandleAsync(new ReadMyPaper(Callers.SubOf(context), id), ct)).ToResult(file => Results.File(file.Content, file.ContentType, file.FileName));

    private static async Task<IResult> ConsentsAsync(HttpContext context, IUseCase<ListMyConsents, IReadOnlyList<ConsentReceipt>> list, ITenantDirectory directory, CancellationToken ct) =>
        (await list.HandleAsync(new ListMyConsents(Callers.SubOf(context)), ct)).ToResult(all => QueryParts.Page(context, [.. all.OrderBy(c => VaultAnswers.KeyOf(c.Id), StringComparer.Ordinal)], c => VaultAnswers.KeyOf(c.Id), c => VaultAnswers.Of(c, directory)));

    private static async Task<IResult> RevokeAsync(Guid id, HttpContext context, IUseCase<RevokeConsent, ConsentReceipt> revoke, ITenantDirectory directory, CancellationToken ct) =>
        (await revoke.HandleAsync(new RevokeConsent(Callers.SubOf(context), id), ct)).ToResult(receipt => ApiAnswers.Json(VaultAnswers.Of(receipt, directory)));

    private static async Task<IResult> LooksAsync(HttpContext context, IUseCase<ListMyLooks, MyLooks> list, ITenantDirectory directory, CancellationToken ct)
    {
        var paging = RequestParts.Paging(context);
        if (!paging.Succeeded) return paging.Problem.ToResult();
        return (await list.HandleAsync(new ListMyLooks(Callers.SubOf(context), paging.Value.Limit, paging.Value.After), ct)).ToResult(looks => ApiAnswers.Json(new { items = looks.Items.Select(l => VaultAnswers.Of(l, directory)), next = looks.Next }));
    }
}

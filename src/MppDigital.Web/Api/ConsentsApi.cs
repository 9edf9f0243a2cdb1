using MppDigital.National.Residents.Consents;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;

namespace MppDigital.Web.Api;

/// <summary>The receipts that a person gave this very regency, for machines; all of them are on the national host.</summary>
internal static class ConsentsApi
{
    private static readonly Problem NotHere = new(ProblemKind.NotFound, "unknown-consent", "Persetujuan ini tidak ada di sini. Lihat semua persetujuan Anda di halaman data saya.") { DetailEn = "There is no such consent here. See all your consents under my data." };

    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/consents/{number}", ReadAsync).RequireAuthorization(ApiPolicies.Citizen).WithTags("Persetujuan");

    /// <summary>Its owner's, and given to this regency.</summary>
    public static async Task<Outcome<ConsentReceipt>> FindAsync(IUseCase<ReadConsent, ConsentReceipt> read, string sub, string number, Regency regency, CancellationToken ct) =>
        number.Length <= 40 && await read.HandleAsync(new ReadConsent(sub, number), ct) is { Succeeded: true, Value: var receipt } && receipt.Regency == regency.Code.Value ? receipt : NotHere;

    private static async Task<IResult> ReadAsync(string number, HttpContext context, IUseCase<ReadConsent, ConsentReceipt> read, CurrentRegency current, ITenantDirectory directory, CancellationToken ct) =>
        (await FindAsync(read, Callers.SubOf(context), number, current.Value, ct)).ToResult(receipt => ApiAnswers.Json(VaultAnswers.Of(receipt, directory)));
}

using System.Text.Json;

namespace MppDigital.Connectors.Products;

/// <summary>A register that makes documents itself: number and paper are its own.</summary>
public interface IProductRegister
{
    /// <summary>As service definitions name it.</summary>
    string Code { get; }

    /// <summary>
    /// Asks for one product. Application and issue are the key: however often it is asked, the register makes it once and gives the same answer.
    /// <see cref="Lookup{T}.NotFound"/> says that the register knows nobody by this number.
    /// </summary>
    Task<Lookup<RegisterProduct>> MakeAsync(ProductRequest request, CancellationToken ct);
}

/// <param name="Application">Number of the application, which with <paramref name="Issue"/> is the key.</param>
/// <param name="Issue">1 for the product of a decision; a replacement counts on.</param>
/// <param name="Kind">Which product, as the definition names it: <c>birth-certificate</c>.</param>
/// <param name="Nik">Of the applicant, 16 digits.</param>
/// <param name="Answers">Those that the definition says the product needs, and no others.</param>
/// <param name="DecidedBy">Name of the official who approved.</param>
/// <param name="DecidedAt">UTC.</param>
public sealed record ProductRequest(string Application, int Issue, string Kind, string Nik, IReadOnlyDictionary<string, JsonElement> Answers, string DecidedBy, DateTime DecidedAt)
{
    /// <summary>Without the person.</summary>
    public override string ToString() => $"{Kind} for {Application}, issue {Issue}";
}

/// <param name="Number">As the register counts.</param>
/// <param name="Pdf">The document as the register signs it; stored as it came.</param>
/// <param name="Facts">What the register says besides, by the names of the definition: <c>child_nik</c>.</param>
public sealed record RegisterProduct(string Number, byte[] Pdf, IReadOnlyDictionary<string, JsonElement> Facts)
{
    public override string ToString() => $"product {Number}";
}

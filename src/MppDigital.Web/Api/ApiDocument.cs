using Microsoft.OpenApi;
using MppDigital.Web.Hosts;
using Swashbuckle.AspNetCore.Swagger;

namespace MppDigital.Web.Api;

/// <summary>One OpenAPI document per audience, each at the same address of its own hosts, with its page at <c>/docs</c>.</summary>
internal static class ApiDocument
{
    public const string Regency = "regency";
    public const string Ministry = "ministry";
    public const string National = "national";

    // The page is Swashbuckle's and styles itself inline; it shows no data and runs only its own files.
    private const string PagePolicy = "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static IServiceCollection AddApiDocument(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        return services.AddSwaggerGen(o =>
        {
            o.SwaggerDoc(Regency, new OpenApiInfo { Title = "MPP Digital: daerah", Version = "v1", Description = "Layanan, permohonan, dan meja petugas satu kabupaten atau kota." });
            o.SwaggerDoc(Ministry, new OpenApiInfo { Title = "MPP Digital: kementerian", Version = "v1", Description = "Kemajuan 514 daerah dan katalog nasional." });
            o.SwaggerDoc(National, new OpenApiInfo { Title = "MPP Digital: nasional", Version = "v1", Description = "Daftar daerah, pencarian layanan, dan pemeriksaan dokumen." });
            o.DocInclusionPredicate((document, api) => api.GroupName is null || api.GroupName == document);
            o.CustomSchemaIds(SchemaOf);
            o.AddSecurityDefinition("Bearer", new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "at+jwt" });
        });
    }

    public static void MapApiDocument(this WebApplication app)
    {
        app.MapGet("/openapi/v1.json", WriteAsync).AllowAnonymous().ExcludeFromDescription();
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/docs") && NameFor(context) is not null, docs =>
        {
            docs.Use((context, next) =>
            {
                context.Response.Headers.ContentSecurityPolicy = PagePolicy;
                return next(context);
            });
            docs.UseSwaggerUI(o =>
            {
                o.RoutePrefix = "docs";
                o.SwaggerEndpoint("/openapi/v1.json", "MPP Digital v1");
            });
        });
    }

    private static async Task<IResult> WriteAsync(HttpContext context, IAsyncSwaggerProvider provider)
    {
        if (NameFor(context) is not { } name) return Results.NotFound();
        var document = await provider.GetSwaggerAsync(name);
        return Results.Text(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, context.RequestAborted), "application/json");
    }

    /// <summary>A page of one thing is another schema than a page of another.</summary>
    private static string SchemaOf(Type type) => type.IsConstructedGenericType
        ? $"{type.Name.Split('`')[0]}Of{string.Concat(type.GetGenericArguments().Select(SchemaOf))}"
        : (type.FullName ?? type.Name).Split('.')[^1].Replace('+', '.');

    private static string? NameFor(HttpContext context) => context.Audience() switch
    {
        Audience.Regency => Regency,
        Audience.Ministry => Ministry,
        Audience.Portal => National,
        _ => null,
    };
}

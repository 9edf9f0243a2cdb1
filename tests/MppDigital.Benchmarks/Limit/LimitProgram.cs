using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MppDigital.Benchmarks.Limit;

/// <summary>
/// As fast as this machine can do the same work: Kestrel without middleware, SQL by hand on prepared connections, recorded bytes. It checks
/// nobody's identity, validates nothing and encrypts nothing; whatever the product does beyond the rows and bytes is what it costs.
/// </summary>
internal static class LimitProgram
{
    public const string ReadyText = "limit ready";

    /// <summary>Before a path: the same bytes, no database.</summary>
    public const string WithoutReading = "/bytes";

    public static async Task<int> RunAsync(string jobFile)
    {
        var job = JsonSerializer.Deserialize<LimitJob>(await File.ReadAllBytesAsync(jobFile))!;
        var databases = job.Databases.ToDictionary(d => d.Key, d => new LimitDatabase(d.Value, job), StringComparer.OrdinalIgnoreCase);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
        var app = builder.Build();
        app.Run(context => AnswerAsync(context, job, databases));
        await app.StartAsync();
        Console.WriteLine(ReadyText);
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static Task AnswerAsync(HttpContext context, LimitJob job, Dictionary<string, LimitDatabase> databases)
    {
        if (!databases.TryGetValue(context.Request.Host.Host, out var database))
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        }

        if (HttpMethods.IsPost(context.Request.Method)) return SubmitAsync(context, job, database);
        var path = context.Request.Path.Value!;
        if (!path.StartsWith(WithoutReading, StringComparison.Ordinal)) database.ReadOffering("DPM-SIP-04");
        return WriteAsync(context, job.Page!, job.Page!.Body);
    }

    private static async Task SubmitAsync(HttpContext context, LimitJob job, LimitDatabase database)
    {
        using (await JsonDocument.ParseAsync(context.Request.Body))
        {
            var number = database.Submit();
            await WriteAsync(context, job.Receipt, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(job.Receipt.Body).Replace(job.Number, number, StringComparison.Ordinal)));
        }
    }

    private static Task WriteAsync(HttpContext context, RecordedAnswer answer, byte[] body)
    {
        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers) context.Response.Headers[name] = value;
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, 0, body.Length);
    }
}

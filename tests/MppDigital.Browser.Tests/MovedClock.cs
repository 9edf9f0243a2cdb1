using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.IO.MemoryMappedFiles;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using MppDigital.Browser.Tests;

[assembly: HostingStartup(typeof(MovedClockStartup))]

/// <summary>The runtime loads this assembly into the program by this name; then the host finds <see cref="MovedClockStartup"/>.</summary>
[SuppressMessage("Design", "CA1050", Justification = "The runtime looks for this very name.")]
internal sealed class StartupHook
{
    public static void Initialize()
    {
    }
}

namespace MppDigital.Browser.Tests
{
    /// <summary>How far the program's clock is ahead of ours. Both processes have the number in one piece of memory, so a move counts from the next look at the clock.</summary>
    internal sealed class MovedClock : TimeProvider, IDisposable
    {
        public const string Variable = "MPP_TEST_CLOCK";
        private readonly string path;
        private readonly MemoryMappedFile file;
        private readonly MemoryMappedViewAccessor memory;

        public MovedClock(string path)
        {
            this.path = path;
            file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, null, sizeof(long));
            memory = file.CreateViewAccessor();
        }

        public TimeSpan Ahead
        {
            get => new(memory.ReadInt64(0));
            set => memory.Write(0, value.Ticks);
        }

        public static MovedClock New() => new(Path.GetTempFileName());

        public void GiveTo(ProcessStartInfo program)
        {
            program.Environment[Variable] = path;
            program.Environment["DOTNET_STARTUP_HOOKS"] = typeof(MovedClock).Assembly.Location;
            program.Environment["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = typeof(MovedClock).Assembly.GetName().Name;
        }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;

        public void Dispose()
        {
            memory.Dispose();
            file.Dispose();
            File.Delete(path);
        }
    }

    /// <summary>Runs inside the program: its clock is the one that the test moves.</summary>
    public sealed class MovedClockStartup : IHostingStartup
    {
        public void Configure(IWebHostBuilder builder)
        {
            ArgumentNullException.ThrowIfNull(builder);
            if (Environment.GetEnvironmentVariable(MovedClock.Variable) is { } path) builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(new MovedClock(path)));
        }
    }
}
